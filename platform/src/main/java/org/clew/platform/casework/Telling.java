package org.clew.platform.casework;

import org.jspecify.annotations.Nullable;

/// A statement together with the contact it was made in.
///
/// @param known a contact that is in the case already; none for a new one
/// @param contact the new contact; of no meaning when `known` is there
record Telling(@Nullable PartId known, NewContact contact, NewStatement statement) {}
