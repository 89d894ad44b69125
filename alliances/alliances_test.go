package alliances

import (
	"testing"

	"github.com/ententelab/entente/model"
)

func TestModelsParse(t *testing.T) {
	for _, name := range Names() {
		data, err := Model(name)
		if err != nil {
			t.Fatal(err)
		}
		m, err := model.Parse(name+"/model.yaml", data)
		if err != nil {
			t.Fatal(err)
		}
		if m.Name != name {
			t.Errorf("the model %s calls itself %s", name, m.Name)
		}
	}
	if _, err := Model("atlantis"); err == nil {
		t.Error("a model that is not shipped was found")
	}
}
