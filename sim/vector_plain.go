//go:build !goexperiment.simd || !amd64

package sim

// vectors is whether this build has vector instructions.
const vectors = false

func (m *columnMachine) executeVectors([]inst) {}

func integrate(*column, *column, float64) {}

type kernels struct{}

func newKernels() *kernels { return nil }
