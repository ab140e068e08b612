package org.clew.platform.casework;

import org.jspecify.annotations.Nullable;

/// A case that is to be opened, with the contact it begins with.
///
/// @param contact the first contact; none when there was none
/// @param speaker who spoke in it, as a name; empty when they gave none
/// @param phone the number they called from; empty when not known
/// @param words what they said; empty when nothing is written down yet
public record NewCase(
    CasePlan plan,
    @Nullable NewContact contact,
    String speaker,
    ParticipantRole speakerRole,
    String phone,
    String words) {}
