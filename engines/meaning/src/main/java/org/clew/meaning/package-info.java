/// Which texts mean what was asked: English, read by a small model that ships in a jar, on this
/// machine alone. Knows neither files nor lists. What is near in meaning is worth reading, and
/// proves nothing. Read [Meaning] first.
@NullMarked
package org.clew.meaning;

import org.jspecify.annotations.NullMarked;
