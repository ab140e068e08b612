package org.clew.disclosure.audit;

/// What one release shows of one person.
///
/// @param tables how much more the measured tables have at their cells than is expected without
///   them, each weighed by its noise; where noise is Gaussian, no better sum is possible
/// @param rows the same of the rows' counts in these tables
/// @param counts the same of the counts told of what they have
/// @param alike how many rows are theirs
/// @param nearest in how many columns the row differs that is nearest to theirs
/// @param size how many rows there are
/// @param chosen how many tables were measured in which nobody is expected beside them
/// @param width how far off the rows' counts are said to be
record Seen(
    double tables,
    double rows,
    double counts,
    double alike,
    double nearest,
    double size,
    double chosen,
    double width) {}
