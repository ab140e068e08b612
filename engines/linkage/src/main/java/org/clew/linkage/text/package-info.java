/// Texts: which were made from one another, what they have in common and where they differ, where
/// they turned up when, and the phone numbers in them. Texts in, numbers of texts and places in
/// them out. Never says anything about whoever wrote or is written about: a cluster is texts, a
/// movement is where texts were seen. Read [org.clew.linkage.text.TextClustering] first, then
/// [org.clew.linkage.text.PhoneFinder]. Sources: Broder 1997 and Indyk & Motwani 1998 (minwise
/// hashing), Spärck Jones 1972 (rare terms weigh more), Lee, Vajiac et al. 2021 (templates with
/// slots); UAX #15; ITU-T E.164.
@NullMarked
package org.clew.linkage.text;

import org.jspecify.annotations.NullMarked;
