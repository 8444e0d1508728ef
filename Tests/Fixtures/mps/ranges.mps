NAME ranges
ROWS
 N cost
 N watched
 G least
 E alike
COLUMNS
 x cost 1 least 1
 x alike 1 watched 1
 y cost 2 least 1
 y alike -1
RHS
 RHS least 2 cost -10
 RHS alike 1
RANGES
 RNG least 3 alike -2
ENDATA
