/// Private matching: how many records two organisations both hold, and later which of their own,
/// without either showing a list to the other. ECDH-PSI on Curve25519; messages in, messages out,
/// whoever carries them. Never shows, stores or sends a value of a record, nor a hash that could be
/// tried out; never says which rows match before both sides have decided so. Read
/// [org.clew.linkage.psi.PrivateMatching] first; the format and what it does not protect from are
/// in `docs/standards/private-matching.md`. Sources: Meadows 1986; Huberman, Franklin & Hogg 1999;
/// RFC 7748 (X25519); RFC 9380 (hash to curve).
@NullMarked
package org.clew.linkage.psi;

import org.jspecify.annotations.NullMarked;
