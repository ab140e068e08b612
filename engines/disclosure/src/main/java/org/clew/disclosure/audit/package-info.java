/// Whether a release keeps what it promises, tried out: runs that are repeated with and without
/// somebody, attacks on what comes out, and how often intervals hold. All but the audit with
/// canaries looks at the people without noise, so that what is found is for whoever has the list,
/// and for nobody else.
///
/// Sources: Jagielski, Ullman and Oprea, "Auditing Differentially Private Machine Learning", 2020
/// (canaries); Stadler, Oprisanu and Troncoso, "Synthetic Data – Anonymisation Groundhog Day", 2022
/// (shadow runs); Giomi, Boenisch, Wehmeyer and Tasnádi, "A Unified Framework for Quantifying
/// Privacy Risk in Synthetic Data" (Anonymeter), 2023 (attacks beside a control).
@NullMarked
package org.clew.disclosure.audit;

import org.jspecify.annotations.NullMarked;
