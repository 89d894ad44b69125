// Command bench measures the engine beside a C program of the same model, in
// turns in one run on this machine, and how compiling grows with a model.
//
//	go run ./bench [-rounds 7] [-runs 4096]
package main

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/bench/bench150"
	"github.com/ententelab/entente/sim"
)

func main() {
	rounds := flag.Int("rounds", 7, "how often each is measured")
	runs := flag.Int("runs", 4096, "runs in one measurement")
	flag.Parse()
	if err := measure(*rounds, *runs); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func measure(rounds, runs int) error {
	p, err := sim.Compile(bench150.Model())
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "bench150")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	cprog, cerr := compileC(dir)
	if cerr != nil {
		fmt.Println("no C compiler:", cerr)
	} else if err := agree(p, cprog); err != nil {
		return err
	}
	var m measured
	for range rounds {
		if cerr == nil {
			s, err := runC(cprog, runs)
			if err != nil {
				return err
			}
			m.c = append(m.c, float64(runs)/s)
		}
		cpu, wall1, err := runOurs(p, runs, 1)
		if err != nil {
			return err
		}
		_, wall2, err := runOurs(p, runs, 2)
		if err != nil {
			return err
		}
		m.core = append(m.core, float64(runs)/cpu)
		m.one, m.two = append(m.one, float64(runs)/wall1), append(m.two, float64(runs)/wall2)
	}
	m.report(runs)
	return compiling()
}

// measured are runs per second, a value for each round: C and ours per second
// of one core's time, ours per second on the clock with one and two workers.
type measured struct{ c, core, one, two []float64 }

func (m measured) report(runs int) {
	fmt.Printf("bench150, %d runs a measurement, median of %d, %d cores\n", runs, len(m.one), runtime.NumCPU())
	fmt.Printf("  entente               %8.0f runs per second of a core\n", median(m.core))
	if len(m.c) > 0 {
		fmt.Printf("  C, gcc -O2            %8.0f runs per second of a core\n", median(m.c))
		fmt.Printf("  entente ÷ C           %8.2f× (the marks: 1× and 3×)\n", median(ratios(m.core, m.c)))
	}
	fmt.Printf("  one worker, two       %8.0f, %.0f runs per second on the clock: %.2f×\n", median(m.one), median(m.two), median(ratios(m.two, m.one)))
}

// ratios compares neighbours in time, so that a busy machine weighs on both.
func ratios(a, b []float64) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = a[i] / b[i]
	}
	return out
}

func median(v []float64) float64 {
	s := append([]float64(nil), v...)
	sort.Float64s(s)
	return s[len(s)/2]
}

func compileC(dir string) (string, error) {
	src, out := filepath.Join(dir, "bench150.c"), filepath.Join(dir, "bench150")
	if err := os.WriteFile(src, []byte(bench150.CProgram()), 0o644); err != nil {
		return "", err
	}
	msg, err := exec.Command("gcc", "-O2", "-o", out, src, "-lm").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, msg)
	}
	return out, nil
}

func runC(prog string, runs int) (seconds float64, err error) {
	out, err := exec.Command(prog, "0", strconv.Itoa(runs)).Output()
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.Fields(string(out))[1], 64)
}

// runOurs returns the CPU seconds and the seconds on the clock.
func runOurs(p *sim.Program, runs, workers int) (cpu, wall float64, err error) {
	d := bench150.Design(0, runs)
	o := sim.Options{Variables: bench150.Outputs(), Workers: workers}
	from, used := time.Now(), cpuTime()
	_, err = p.Members(context.Background(), entente.Scenario{}, d, 1, o)
	return (cpuTime() - used).Seconds(), time.Since(from).Seconds(), err
}

// cpuTime is what this process has used of all cores.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// agree demands that both programs compute the same runs.
func agree(p *sim.Program, prog string) error {
	const count = 100
	s, err := p.Members(context.Background(), entente.Scenario{}, bench150.Design(0, count), 1, sim.Options{Variables: bench150.Outputs()})
	if err != nil {
		return err
	}
	out, err := exec.Command(prog, "0", strconv.Itoa(count), "print").Output()
	if err != nil {
		return err
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		f := strings.Fields(line)
		run, err := strconv.Atoi(f[0])
		if err != nil {
			break
		}
		for i, name := range bench150.Outputs() {
			want, err := strconv.ParseFloat(f[i+1], 64)
			if err != nil {
				return err
			}
			if got := s.At(name, 125)[run]; math.Abs(got-want) > 1e-9*math.Abs(want) {
				return fmt.Errorf("run %d: %s is %v here and %v in C", run, name, got, want)
			}
		}
	}
	return nil
}

// compiling measures how compile time and memory grow.
func compiling() error {
	fmt.Println("compiling")
	for _, n := range []int{1_000, 10_000, 100_000} {
		m := chain(n)
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		from := time.Now()
		if _, err := sim.Compile(m); err != nil {
			return err
		}
		took := time.Since(from)
		runtime.ReadMemStats(&after)
		fmt.Printf("  %7d variables  %8.3f s  %6.1f MB allocated\n", n, took.Seconds(), float64(after.TotalAlloc-before.TotalAlloc)/1e6)
	}
	return nil
}

// chain is a model of n variables: stocks with a flow and an auxiliary each.
func chain(n int) *entente.Model {
	m := &entente.Model{Name: "chain", Time: entente.TimeSpec{Stop: 10, Step: 1, Save: 1}}
	for i := 0; len(m.Variables) < n; i++ {
		prev := max(0, i-1)
		m.Variables = append(m.Variables,
			entente.Variable{Name: name("s", i), Kind: entente.Stock, Equation: strconv.Itoa(i % 17), Inflows: []entente.VariableName{name("f", i)}},
			entente.Variable{Name: name("f", i), Kind: entente.Flow, Equation: fmt.Sprintf("a%d * 0.1 - s%d / (%d + EXP(-a%d))", i, i, 2+i%5, prev)},
			entente.Variable{Name: name("a", i), Kind: entente.Auxiliary, Equation: fmt.Sprintf("MAX(s%d, s%d) + %g", i, prev, float64(i)/7)},
		)
	}
	m.Variables = m.Variables[:n-n%3]
	return m
}

func name(prefix string, i int) entente.VariableName {
	return entente.VariableName(prefix + strconv.Itoa(i))
}
