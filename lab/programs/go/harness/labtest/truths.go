package labtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/harness"
)

// checkTruths reads the truths for what can be wrong without running anything. The module is the path
// in front of the culprits, dir its directory.
func checkTruths(t *testing.T, truths []harness.Truth, module, dir string) {
	names := map[string]bool{}
	for _, truth := range truths {
		t.Run(truth.Name, func(t *testing.T) {
			if names[truth.Name] {
				t.Error("is there twice")
			}
			names[truth.Name] = true
			if !slices.Contains([]string{"leak", "problem", "waste", "healthy"}, truth.Class) {
				t.Errorf("class: %q", truth.Class)
			}
			if truth.Healthy != (truth.Class == "healthy") {
				t.Errorf("healthy: %v, and class: %s", truth.Healthy, truth.Class)
			}
			if !slices.Contains(harness.Kinds, truth.Kind) {
				t.Errorf("kind: %q", truth.Kind)
			}
			if !(0 < truth.Rates["slow"] && truth.Rates["slow"] <= truth.Rates["medium"] && truth.Rates["medium"] <= truth.Rates["fast"]) {
				t.Errorf("rates: %v (expected slow <= medium <= fast)", truth.Rates)
			}
			if truth.About == "" || truth.Event == "" || truth.MinSeconds == 0 || truth.Split != "train" && truth.Split != "test" {
				t.Errorf("about %q, event %q, min_seconds %d, split %q", truth.About, truth.Event, truth.MinSeconds, truth.Split)
			}
			if !truth.Healthy && (truth.Culprit == nil || len(truth.Fix) == 0) {
				t.Error("needs a culprit and a fix")
			}
			if truth.Culprit != nil {
				for _, f := range append([]string{truth.Culprit.Function}, truth.Culprit.Also...) {
					findFunction(t, module, dir, truth.Culprit.File, f)
				}
			}
			checkCap(t, truth)
		})
	}
	checkSplit(t, truths)
}

// checkCap wants room for an observation of 75 s at the fast rate, with as much garbage as there is heap.
func checkCap(t *testing.T, truth harness.Truth) {
	capMiB := truth.CapMiB
	if capMiB == 0 {
		capMiB = 400
	}
	bytes := 2*truth.PerEvent["heap_bytes"] + truth.PerEvent["stack_bytes"] + truth.PerEvent["offheap_bytes"]
	if total := bytes * truth.Rates["fast"] * 75; total > float64(capMiB<<20) {
		t.Errorf("%.0f MB in 75 s at the fast rate (expected less than %d MiB)", total/1e6, capMiB)
	}
}

// findFunction looks for the declaration of pkg.Function or pkg.(*Type).Method in the file.
func findFunction(t *testing.T, module, dir, file, function string) {
	t.Helper()
	want := module + "/" + filepath.Dir(file) + "."
	name, ok := strings.CutPrefix(function, want)
	if !ok {
		t.Errorf("culprit: %s isn't in %s", function, file)
		return
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, file), nil, 0)
	if err != nil {
		t.Error(err)
		return
	}
	for _, d := range parsed.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && spell(f) == name {
			return
		}
	}
	t.Errorf("culprit: no %s in %s", name, file)
}

func spell(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	switch r := f.Recv.List[0].Type.(type) {
	case *ast.StarExpr:
		if id, ok := r.X.(*ast.Ident); ok {
			return "(*" + id.Name + ")." + f.Name.Name
		}
	case *ast.Ident:
		return r.Name + "." + f.Name.Name
	}
	return f.Name.Name
}

// checkSplit wants a binary whole in one half: thresholds that were chosen by some of its programs may know the others.
func checkSplit(t *testing.T, truths []harness.Truth) {
	for _, truth := range truths {
		if truth.Split != truths[0].Split {
			t.Errorf("split of %s: %s (expected %s, as of %s)", truth.Name, truth.Split, truths[0].Split, truths[0].Name)
		}
	}
}

// checkReadme wants the table of the programs, as it is printed, in the README.
func checkReadme(t *testing.T, truths []harness.Truth) {
	var table strings.Builder
	harness.List(&table, truths)
	readme := ""
	for dir := ".."; readme == "" && len(dir) < 20; dir += "/.." {
		b, _ := os.ReadFile(filepath.Join(dir, "README.md"))
		readme = string(b)
	}
	if !strings.Contains(readme, table.String()) {
		t.Errorf("README.md hasn't the table that -list prints:\n%s", table.String())
	}
}
