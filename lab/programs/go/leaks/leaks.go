// Package leaks has the truth about the programs of this module.
package leaks

import _ "embed"

// Truth is truth.json.
//
//go:embed truth.json
var Truth []byte
