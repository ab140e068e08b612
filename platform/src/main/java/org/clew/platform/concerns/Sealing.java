package org.clew.platform.concerns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
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

  private final OrganisationKeys keys;
  private final JsonMapper json;
  private final Ids ids;

  Sealing(OrganisationKeys keys, JsonMapper json, Ids ids) {
    this.keys = keys;
    this.json = json;
    this.ids = ids;
  }

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
    OrganisationKeys.PublicHalf current = keys.current();
    UUID id = ids.anonymous();
    byte[] plain = Padding.pad(json.writeValueAsBytes(told));
    return new SealedMessage(
        id,
        position,
        side,
        hour,
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
