package org.clew.platform.concerns;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// What somebody reads who comes back with a receipt.
///
/// @param organisation who has the concern
/// @param told what was told first
/// @param messages the talk after it, in order
/// @param keptUntil the last day on which it can be read
public record Talk(String organisation, Told told, List<Message> messages, LocalDate keptUntil) {

  public Talk {
    messages = List.copyOf(messages);
  }

  /// The talk after the report, of stored messages and their unsealed words.
  static List<Message> after(List<SealedMessage> sealed, List<Told> told) {
    return IntStream.range(1, sealed.size())
        .mapToObj(i -> new Message(sealed.get(i).side(), told.get(i).text(), sealed.get(i).hour()))
        .toList();
  }
}
