package org.clew.linkage;

/// What one field says about two records being the same.
///
/// @param kind of the value that was asked about
/// @param asked the value asked about, as written
/// @param found the value on record, as written
/// @param agreement how the two agree
/// @param bits evidence in bits, log2(m/u), a multiple of 1/1024: above 0 for, below 0 against
/// @param frequency how many records of the index hold what agrees (the found value, or the found
///   words or ending); 0 where they differ
public record Evidence(
    Kind kind, String asked, String found, Agreement agreement, double bits, long frequency) {}
