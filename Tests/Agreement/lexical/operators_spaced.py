a=1;b=2
print(a+b,a - b,a*-b,a**-b,- a,not a,a if b else 0,a<b<3,a!=b,a<=b,~a,a<<b,a>>b,a&b,a|b,a^b)
print(a if a else b,[a,b][-1],(a,),(),{},{a:b},{a},a is b,a is not b,a in[1],a not in[1])
print(1if a else 2, 1 .real, 1..real, 2 .bit_length())
print(1,2,sep='',end='!\n')
x=y=z=0;x+=1;y-=1;z|=4
print(x,y,z,x//1,7//2,-7//2,7%3,-7%3)
print(10if 1else 5)
print(-2**2,(-2)**2,2**-1,2**3**2,not 1==2,1<2==2,1 in [1]==True)
