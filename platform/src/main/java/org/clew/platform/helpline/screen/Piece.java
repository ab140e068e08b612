package org.clew.platform.helpline.screen;

import java.util.ArrayList;
import java.util.List;
import org.clew.platform.helpline.Finding;
import org.clew.platform.helpline.FoundKind;
import org.jspecify.annotations.Nullable;

/// A stretch of a text: plain, or something found in it.
///
/// @param found what it may be; none for the text between
public record Piece(String text, @Nullable FoundKind found) {

  /// A text cut where something was found in it. Put together again it is the same text.
  ///
  /// @param findings in the order of the text, none overlapping
  public static List<Piece> of(String text, List<Finding> findings) {
    var pieces = new ArrayList<Piece>();
    int at = 0;
    for (Finding finding : findings) {
      if (finding.start() > at) {
        pieces.add(new Piece(text.substring(at, finding.start()), null));
      }
      pieces.add(new Piece(text.substring(finding.start(), finding.end()), finding.kind()));
      at = finding.end();
    }
    if (at < text.length()) {
      pieces.add(new Piece(text.substring(at), null));
    }
    return pieces;
  }
}
