package sim_test

import (
	"context"
	"fmt"
	"log"
	"os"

	entente "github.com/ententelab/entente"
	"github.com/ententelab/entente/model"
	"github.com/ententelab/entente/sim"
)

const fishery = `
model: fishery
time: {start: 0, stop: 20, step: 0.25, save: 5, unit: year}
variables:
  fish: {kind: stock, initial: 50, inflows: [births], outflows: [catch]}
  births: {kind: flow, equation: fish * fertility * (1 - fish / room)}
  catch: {kind: flow, equation: fish * effort}
  fertility: {kind: constant, value: 0.4, range: {dist: triangular, params: [0.3, 0.4, 0.5]}}
  room: {kind: constant, value: 100, range: [80, 120]}
  effort: {kind: constant, value: 0.1}
scenarios:
  closed: {set: {effort: 0}}
`

// A model is read, compiled and run once.
func ExampleProgram_Run() {
	m, err := model.Parse("fishery.yaml", []byte(fishery))
	if err != nil {
		log.Fatal(err)
	}
	p, err := sim.Compile(m)
	if err != nil {
		log.Fatal(err)
	}
	run, err := p.Run(entente.Scenario{}, 0)
	if err != nil {
		log.Fatal(err)
	}
	for i, t := range run.Time {
		fmt.Printf("%g %.1f\n", t, run.Series("fish")[i])
	}
	// Output:
	// 0 50.0
	// 5 67.7
	// 10 73.3
	// 15 74.6
	// 20 74.9
}

// Two ensembles with the same seed compare member by member.
func ExampleCompare() {
	m, err := model.Parse("fishery.yaml", []byte(fishery))
	if err != nil {
		log.Fatal(err)
	}
	p, err := sim.Compile(m)
	if err != nil {
		log.Fatal(err)
	}
	base, err := p.Ensemble(context.Background(), entente.Scenario{}, 500, 1, sim.Options{})
	if err != nil {
		log.Fatal(err)
	}
	closed, err := p.Ensemble(context.Background(), m.Scenarios[0], 500, 1, sim.Options{})
	if err != nil {
		log.Fatal(err)
	}
	a, err := sim.Compare(base, closed, "fish", 20)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s by %.0f (%.0f to %.0f), in %.0f %% of the runs\n", a.Direction, a.Median, a.Low, a.High, 100*a.Agree)
	// Output:
	// up by 25 (19 to 33), in 100 % of the runs
}

// A run is written as a table.
func ExampleWriteCSV() {
	m, err := model.Parse("fishery.yaml", []byte(fishery))
	if err != nil {
		log.Fatal(err)
	}
	m.Time.Stop, m.Time.Step, m.Time.Save = 2, 1, 1
	p, err := sim.Compile(m)
	if err != nil {
		log.Fatal(err)
	}
	run, err := p.Run(m.Scenarios[0], 0)
	if err != nil {
		log.Fatal(err)
	}
	if err := sim.WriteCSV(os.Stdout, run); err != nil {
		log.Fatal(err)
	}
	// Output:
	// time,fish,births,catch,fertility,room,effort
	// 0,50,10,0,0.4,100,0
	// 1,60,9.600000000000001,0,0.4,100,0
	// 2,69.6,8.463360000000002,0,0.4,100,0
}
