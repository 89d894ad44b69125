package sim

// AgreeForTest runs a model on both executors and demands the same bits.
var AgreeForTest = agree
