package org.clew.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// Moments in JSON are written out (ISO 8601): a number could be seconds, milliseconds or a slip.
@JacksonComponent
final class MomentReader extends ValueDeserializer<Instant> {

  @Override
  public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, json);
    }
    String written = json.getString();
    try {
      return Instant.parse(written);
    } catch (DateTimeException _) {
      return (Instant) context.handleWeirdStringValue(Instant.class, written, "no moment");
    }
  }
}
