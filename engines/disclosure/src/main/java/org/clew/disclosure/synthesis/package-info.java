/// Rows of people who do not exist, made from tables with noise alone: which tables to measure is
/// chosen by the exponential mechanism, they are measured with discrete Gaussian noise, and rows
/// are moved until their counts lie as near as they can to all that was measured. After the last
/// measurement nothing looks at the people any more. McKenna, Miklau and Sheldon, "Winning the NIST
/// Contest", 2021, call it select, measure, generate; the coarse moves are those of Zhang et al.,
/// "PrivSyn", 2021.
///
/// [org.clew.disclosure.synthesis.KAnonymousSynthesis] is the other way: its rows are made from the
/// people themselves, without noise, and tell only what k of them share.
@NullMarked
package org.clew.disclosure.synthesis;

import org.jspecify.annotations.NullMarked;
