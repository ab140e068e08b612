package org.clew.platform.concerns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clew.platform.access.Organisations;
import org.clew.platform.database.OrganisationId;
import org.jspecify.annotations.Nullable;

/// What somebody reads who comes back with a receipt.
///
/// @param organisation who has the concern now
/// @param from where it was before, if anywhere
/// @param asked whether it may go on to another organisation, if somebody asked
/// @param told what was told first
/// @param messages the talk after it, in order
/// @param keptUntil the last day on which it can be read
public record Talk(
    String organisation,
    @Nullable PassedFrom from,
    @Nullable PassAsked asked,
    Told told,
    List<Message> messages,
    LocalDate keptUntil) {

  public Talk {
    messages = List.copyOf(messages);
  }

  /// The talk after the report, of stored messages and their unsealed words.
  static List<Message> after(
      List<SealedMessage> sealed, List<Told> told, Organisations organisations) {
    return IntStream.range(1, sealed.size())
        .mapToObj(i -> message(sealed.get(i), told.get(i), organisations))
        .toList();
  }

  private static Message message(SealedMessage sealed, Told told, Organisations organisations) {
    @Nullable UUID by = sealed.saidBy();
    return new Message(
        sealed.side(),
        by == null ? "" : organisations.name(new OrganisationId(by)),
        told.text(),
        sealed.hour());
  }
}
