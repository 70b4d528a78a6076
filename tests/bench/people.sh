# Invented people for the benches, sourced by them.

people() { # people FIRST LAST: invented people at example domains, five to a company
    awk -v a="$1" -v b="$2" 'BEGIN {
        split("Anna Bruno Carla David Eva Frank Greta Hugo Ines Jan Klara Leo Marta Nils Olga Petr Rosa Sven Tina Uwe", f, " ")
        split("Svalek Novak Kraft Moran Lindquist Berger Horner Petersen Sorin Dahl Ek Fors Grahn Holm Iversen Juhl", l, " ")
        split("Sales Director|CTO|Head of Engineering|Account Manager|Founder|VP Marketing|Developer|Office Manager", t, "|")
        split("Praha Berlin Paris Oslo Madrid", c, " "); split("CZ DE FR NO ES", k, " "); split("+420 +49 +33 +47 +34", p, " ")
        print "First name,Last name,Email,Job title,Company,Website,Phone,LinkedIn,City,Country"
        for (i = a; i < b; i++) {
            n = int(i / 5); w = i % 5 + 1; x = f[i % 20 + 1]
            printf "%s,%s,%s.%d@company%d.example.com,%s,Company %d GmbH,https://www.company-%d.com,%s%d,https://www.linkedin.com/in/person-%d,%s,%s\n",
                x, l[int(i / 7) % 16 + 1], tolower(x), i, n, t[i % 8 + 1], n, n, p[w], 601000000 + i, i, c[w], k[w]
        }
    }'
}
