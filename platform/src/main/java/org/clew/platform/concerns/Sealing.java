package org.clew.platform.concerns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Seals each message twice, to the organisation the work is bound to and to the holder of the
/// receipt, each copy bound to its row, its concern, its organisation and its reader.
@Component
final class Sealing {

  private enum Reader {
    ORGANISATION,
    REPORTER
  }

  /// Where in a talk something is said, and by whom.
  private record Place(int position, Message.Side side, Instant hour, @Nullable UUID saidBy) {}

  private final OrganisationKeys keys;
  private final JsonMapper json;
  private final Ids ids;

  Sealing(OrganisationKeys keys, JsonMapper json, Ids ids) {
    this.keys = keys;
    this.json = json;
    this.ids = ids;
  }

  /// A message and its words.
  record Opened(SealedMessage message, Told told) {}

  /// Seals what is said next in a talk.
  ///
  /// @param position its place in the talk, from 1
  /// @param reporterKey the public key that follows from the receipt
  SealedMessage seal(
      ConcernId concern,
      int position,
      Message.Side side,
      Instant hour,
      Told told,
      Octets reporterKey) {
    return seal(concern, new Place(position, side, hour, null), told, reporterKey);
  }

  /// Seals what was said elsewhere for the organisation the work is bound to.
  ///
  /// @param from the organisation where the concern was
  SealedMessage sealAnew(
      ConcernId concern, Opened opened, Octets reporterKey, OrganisationId from) {
    SealedMessage said = opened.message();
    @Nullable UUID saidBy = said.saidBy();
    if (saidBy == null && said.side() == Message.Side.ORGANISATION) {
      saidBy = from.value();
    }
    var place = new Place(said.position(), said.side(), said.hour(), saidBy);
    return seal(concern, place, opened.told(), reporterKey);
  }

  private SealedMessage seal(ConcernId concern, Place place, Told told, Octets reporterKey) {
    OrganisationKeys.PublicHalf current = keys.current();
    UUID id = ids.anonymous();
    byte[] plain = Padding.pad(json.writeValueAsBytes(told));
    return new SealedMessage(
        id,
        place.position(),
        place.side(),
        place.hour(),
        place.saidBy(),
        current.id(),
        Hpke.seal(current.publicKey(), plain, context(concern, id, Reader.ORGANISATION)),
        Hpke.seal(reporterKey, plain, context(concern, id, Reader.REPORTER)));
  }

  /// Opens a message with the organisation's key.
  Told openForOrganisation(ConcernId concern, SealedMessage message) {
    return told(
        Hpke.open(
            keys.pair(message.keyId()),
            message.forOrganisation(),
            context(concern, message.id(), Reader.ORGANISATION)));
  }

  /// The same, together with its message.
  Opened open(ConcernId concern, SealedMessage message) {
    return new Opened(message, openForOrganisation(concern, message));
  }

  /// Opens a message with the key that follows from the receipt.
  Told openForReporter(ConcernId concern, SealedMessage message, SealingPair reporter) {
    return told(
        Hpke.open(
            reporter, message.forReporter(), context(concern, message.id(), Reader.REPORTER)));
  }

  private Told told(byte[] padded) {
    try {
      return json.readValue(Padding.strip(padded), Told.class);
    } catch (JacksonException _) {
      // Its text would quote what was sealed.
      throw new SealBroken("a sealed message has no meaning");
    }
  }

  private static byte[] context(ConcernId concern, UUID message, Reader reader) {
    OrganisationId organisation = Tenancy.current().orElseThrow();
    return String.join(
            " ",
            "clew concern message 1",
            organisation.toString(),
            concern.toString(),
            message.toString(),
            reader.name())
        .getBytes(StandardCharsets.UTF_8);
  }
}
