/// An account over releases: what was told of whom, so that what all releases tell of one person
/// together stays within a limit. Holds slices and digests, and nothing of any person. Never says
/// that what is left is safe to tell. Read [Account] first.
@NullMarked
package org.clew.disclosure.account;

import org.jspecify.annotations.NullMarked;
