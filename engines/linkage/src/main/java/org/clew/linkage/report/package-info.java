/// The report on a run of linkage: one HTML page that needs nothing beside itself, out of
/// [org.clew.linkage.Findings]. Reads no file and asks no clock, and writes no cell of a list but
/// through [Html], where nothing in it can do anything. Read [LinkReport] first.
@NullMarked
package org.clew.linkage.report;

import org.jspecify.annotations.NullMarked;
