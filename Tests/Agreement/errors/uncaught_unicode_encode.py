'price: 5 €'.encode('ascii')
