/// Who is the same, said with reasons. Plain records in and out; no framework, no I/O.
@NullMarked
package org.clew.linkage;

import org.jspecify.annotations.NullMarked;
