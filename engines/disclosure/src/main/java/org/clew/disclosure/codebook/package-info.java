/// What the values of a table mean and which there can be: public knowledge, written down before
/// anybody looks at the people. A release tells nothing by which values it has, when these were
/// known beforehand; that is why a codebook read off the data weakens what is promised.
@NullMarked
package org.clew.disclosure.codebook;

import org.jspecify.annotations.NullMarked;
