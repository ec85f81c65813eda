for text in ['12', '-7', '3.5', 'abc', '', ' 8 ', '1e3', '0x1f', '١٢', '1,000', 'inf', 'True', '１']:
    results = []
    for kind in (int, float):
        try:
            results.append(kind(text))
        except ValueError as error:
            results.append(str(error))
    print(repr(text), results)
