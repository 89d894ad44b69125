package expr

// A Signature says how many arguments a function takes; Max is -1 if there is
// no limit.
type Signature struct{ Min, Max int }

// Functions lists the functions of the language by their key. Beside those of
// XMILE 1.0 §3.5 they are those of Stella and Vensim that models in the wild
// use; names that two tools use for one thing are both here.
var Functions = map[string]Signature{
	// mathematics
	"abs": {1, 1}, "exp": {1, 1}, "ln": {1, 1}, "log10": {1, 1}, "log": {1, 2}, "sqrt": {1, 1},
	"sin": {1, 1}, "cos": {1, 1}, "tan": {1, 1}, "arcsin": {1, 1}, "arccos": {1, 1}, "arctan": {1, 1},
	"sinh": {1, 1}, "cosh": {1, 1}, "tanh": {1, 1}, "sinwave": {2, 2}, "coswave": {2, 2},
	"int": {1, 1}, "integer": {1, 1}, "round": {1, 2}, "modulo": {2, 2}, "quantum": {2, 2}, "sign": {1, 1},
	"power": {2, 2}, "gammaln": {1, 1}, "factorial": {1, 1}, "combinations": {2, 2}, "permutations": {2, 2},
	"min": {1, -1}, "max": {1, -1}, "safediv": {2, 3}, "zidz": {2, 2}, "xidz": {3, 3},
	"normalcdf": {2, 4}, "invnorm": {1, 3}, "pi": {0, 0}, "inf": {0, 0}, "percent": {1, 1}, "normalpdf": {1, 3},

	// time
	"time": {0, 0}, "dt": {0, 0}, "starttime": {0, 0}, "stoptime": {0, 0},
	"step": {2, 2}, "pulse": {1, 3}, "ramp": {2, 3}, "vensim_pulse": {2, 2}, "pulse_train": {4, 4},
	"get_time_value": {3, 3}, "counter": {2, 2},

	// memory
	"init": {1, 1}, "initial": {1, 1}, "previous": {2, 2}, "active_initial": {2, 2}, "self": {0, 0},
	"delay": {2, 3}, "delay1": {2, 3}, "delay3": {2, 3}, "delayn": {3, 4},
	"delay_fixed": {3, 3}, "delay1i": {3, 3}, "delay3i": {3, 3}, "delay_n": {4, 4},
	"smth1": {2, 3}, "smth3": {2, 3}, "smthn": {3, 4},
	"smooth": {2, 2}, "smoothi": {3, 3}, "smooth3": {2, 2}, "smooth3i": {3, 3}, "smooth_n": {4, 4},
	"trend": {2, 3}, "forcst": {3, 4}, "forecast": {3, 3}, "npv": {2, 4}, "integ": {2, 2}, "sample_if_true": {3, 3},

	// choice
	"if_then_else": {3, 3}, "game": {1, 1},

	// graphical functions
	"lookup": {2, 2}, "lookup_extrapolate": {2, 2}, "lookup_forward": {2, 2}, "lookup_backward": {2, 2},
	"lookup_invert": {2, 2}, "lookupinv": {2, 2}, "lookup_area": {3, 3}, "lookuparea": {3, 3},
	"lookup_mean": {1, 1}, "lookupmean": {1, 1}, "lookup_slope": {3, 3},
	"get_data_between_times": {3, 3},

	// arrays
	"sum": {1, 1}, "mean": {1, 1}, "stddev": {1, 1}, "prod": {1, 1}, "size": {1, 1}, "rank": {2, 3},
	"vmin": {1, 1}, "vmax": {1, 1}, "elmcount": {1, 1}, "vector_select": {5, 5}, "vector_elm_map": {2, 2},
	"vector_sort_order": {2, 2}, "vector_rank": {2, 2}, "vector_reorder": {2, 2}, "invert_matrix": {2, 2},
	"allocate_available": {3, 3}, "allocate_by_priority": {5, 5},

	// chance, seeded and counter-based
	"random": {2, 3}, "uniform": {2, 3}, "normal": {2, 5}, "exprnd": {1, 2}, "lognormal": {2, 3},
	"poisson": {1, 3}, "triangular": {3, 4}, "binomial": {2, 3}, "montecarlo": {1, 2}, "bernoulli": {1, 2},
	"beta": {2, 3}, "gamma": {1, 3}, "geometric": {1, 2}, "logistic": {2, 3}, "pareto": {2, 3},
	"weibull": {2, 3}, "negbinomial": {2, 3},
	"random_0_1": {0, 0}, "random_uniform": {3, 3}, "random_normal": {5, 5}, "random_exponential": {5, 5},
	"random_poisson": {6, 6},
}

// Constants are the names that mean a value without parentheses.
var Constants = map[string]bool{
	"time": true, "dt": true, "starttime": true, "stoptime": true, "pi": true, "inf": true, "nan": true,
	"self": true, "time_step": true, "initial_time": true, "final_time": true,
}
