package org.clew.platform.investigation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known, strongest first. The template `investigation/part/answer` shows it.
///
/// @param asked what was typed, if anything was
/// @param shown the strongest of what was found
/// @param total how many were found in all
/// @param setAside what people judged to be something else: shown apart, so that it can be undone
/// @param records how many records were searched, 0 for who may not see all of them: figures about
///   the whole would tell of what they may not see
public record Answer(
    @Nullable String asked, List<Found> shown, int total, List<Found> setAside, long records) {

  public Answer {
    shown = List.copyOf(shown);
    setAside = List.copyOf(setAside);
  }
}
