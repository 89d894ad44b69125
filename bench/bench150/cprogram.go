package bench150

import (
	"fmt"
	"strings"
)

// CProgram returns the model as a C program that computes one run at a time,
// with every constant that no run changes written into the code: what a
// translator to C emits. Its arguments are the first run and how many; it
// prints the CPU seconds of the simulation alone, and the outputs of each run if a
// third argument is given.
func CProgram() string {
	var b strings.Builder
	c := NewConstants()
	b.WriteString("#include <math.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <time.h>\n\n")
	for t := range 10 {
		_, y := Table(t)
		fmt.Fprintf(&b, "static const double table%d[11] = {%s};\n", t, list(y))
	}
	b.WriteString(`
static inline double look(const double *y, double x) {
	if (x <= 0) return y[0];
	if (x >= 2) return y[10];
	int k = (int)(x * 5);
	if (k > 9) k = 9;
	return y[k] + (y[k + 1] - y[k]) * (x * 5 - k);
}

`)
	fmt.Fprintf(&b, "static double r[5], m[5], S[%d];\n\nstatic void step(void) {\n", N)
	for i := range N {
		fmt.Fprintf(&b, "\tdouble ratio%d = S[%d] / %v;\n", i, i, c.K[i])
	}
	for i := range N {
		fmt.Fprintf(&b, "\tdouble eff%d = look(table%d, ratio%d);\n", i, i%10, i)
		fmt.Fprintf(&b, "\tdouble transfer%d = %s * S[%d] / (1 + ratio%d);\n", i, constant("m", i, c.M[i]), i, (i+1)%N)
		fmt.Fprintf(&b, "\tdouble growth%d = %s * eff%d * (%s);\n", i, constant("r", i, c.R[i]), i, climit(i, c))
	}
	for i := range N {
		fmt.Fprintf(&b, "\tdouble net%d = growth%d * S[%d] + transfer%d - transfer%d - %v * S[%d] * ratio%d;\n", i, i, i, (i+N-1)%N, i, c.D[i], i, i)
	}
	for i := range N {
		fmt.Fprintf(&b, "\tS[%d] += 0.125 * net%d;\n", i, i)
	}
	b.WriteString("}\n\n")
	writeMain(&b, c)
	return b.String()
}

func list(v []float64) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(v), " ", ", "), "[]")
}

func constant(name string, i int, v float64) string {
	if i < 5 {
		return fmt.Sprintf("%s[%d]", name, i)
	}
	return fmt.Sprint(v)
}

func climit(i int, c Constants) string {
	switch i % 4 {
	case 0:
		return fmt.Sprintf("exp(-0.5 * ratio%d)", i)
	case 1:
		return fmt.Sprintf("pow(ratio%d + 0.1, %v)", i, c.Power[i])
	case 2:
		return fmt.Sprintf("fmax(0.05, fmin(1.0, 1 - ratio%d))", i)
	}
	return fmt.Sprintf("ratio%d > %v ? 0.4 : 0.8", i, c.Threshold[i])
}

func writeMain(b *strings.Builder, c Constants) {
	fmt.Fprintf(b, "static const double r0[5] = {%s}, m0[5] = {%s}, S0[%d] = {%s};\n", list(c.R[:5]), list(c.M[:5]), N, list(c.Start[:]))
	fmt.Fprintf(b, `
static double factor(int run, int k) {
	return run == 0 ? 1 : 1 + 0.1 * (((7 * run + 13 * k) %% 101) / 101.0 - 0.5);
}

static double saved[126][5];

int main(int argc, char **argv) {
	int from = atoi(argv[1]), count = atoi(argv[2]);
	struct timespec a, b;
	double sum = 0;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
	for (int run = from; run < from + count; run++) {
		for (int k = 0; k < 5; k++) { r[k] = r0[k] * factor(run, k); m[k] = m0[k] * factor(run, k + 5); }
		for (int i = 0; i < %d; i++) S[i] = S0[i];
		for (int n = 0;; n++) {
			if (n %% 8 == 0) {
				double *row = saved[n / 8];
				row[0] = S[0]; row[1] = S[7]; row[2] = S[13]; row[3] = S[22]; row[4] = S[29];
			}
			if (n == 1000) break;
			step();
		}
		sum += saved[125][0];
		if (argc > 3) {
			printf("%%d", run);
			for (int k = 0; k < 5; k++) printf(" %%.17g", saved[125][k]);
			printf("\n");
		}
	}
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
	printf("seconds %%.9f sum %%.17g\n", (b.tv_sec - a.tv_sec) + 1e-9 * (b.tv_nsec - a.tv_nsec), sum);
	return 0;
}
`, N)
}
