/// Who is the same, said with reasons. Plain records in and out; no framework, no database, no
/// network. Never says that two records *are* one: it weighs the evidence in bits, and a person or
/// a threshold decides. Read [org.clew.linkage.LinkIndex] first, then [org.clew.linkage.Linkage].
/// Terms: Fellegi & Sunter 1969, "A Theory for Record Linkage".
@NullMarked
package org.clew.linkage;

import org.jspecify.annotations.NullMarked;
