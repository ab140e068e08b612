/// Random bits, and whole numbers drawn from them with exact probabilities: no floating point
/// between the bits and the number, because its gaps have given people away (Mironov, "On
/// Significance of the Least Significant Bits for Differential Privacy", 2012).
@NullMarked
package org.clew.disclosure.noise;

import org.jspecify.annotations.NullMarked;
