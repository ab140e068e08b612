/// Linkage on Apache Spark: the plan and the model file of [org.clew.linkage], for lists that one
/// machine does not hold. Reads, normalises, compares and joins with the engine's own code; what is
/// here only brings together what belongs together. Read [LinkJob] first. Runs in a process of its
/// own: Spark's libraries are never beside the server's.
@NullMarked
package org.clew.linkage.spark;

import org.jspecify.annotations.NullMarked;
