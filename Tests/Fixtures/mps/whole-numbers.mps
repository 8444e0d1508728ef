NAME whole
OBJSENSE
    MAX
ROWS
 N value
 L one
 L two
 L three
COLUMNS
 M1 'MARKER' 'INTORG'
 a value 5 one 2
 a two 4 three 3
 b value 4 one 3
 b two 1 three 4
 M2 'MARKER' 'INTEND'
 c value 3 one 1
 c two 2 three 2
RHS
 RHS one 5 two 11
 RHS three 8
BOUNDS
 PL BND a
 UP BND b 10
 LI BND c 0
ENDATA
