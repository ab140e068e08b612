/// What may be published about people without giving anybody away: how much a release tells about
/// one person, and noise that keeps it there. Plain tables in and out; no framework, no database,
/// no files. Never calls a release safe: it says what is promised, against whom, and what is not.
@NullMarked
package org.clew.disclosure;

import org.jspecify.annotations.NullMarked;
