package org.clew.platform.concerns;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.clew.platform.database.OrganisationId;

/// Where a concern is.
record Pointer(OrganisationId organisation, ConcernId concern) {

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES);
    put(bytes, organisation.value());
    put(bytes, concern.value());
    return bytes.array();
  }

  static Pointer of(byte[] bytes) {
    ByteBuffer pointer = ByteBuffer.wrap(bytes);
    return new Pointer(new OrganisationId(id(pointer)), new ConcernId(id(pointer)));
  }

  private static void put(ByteBuffer bytes, UUID id) {
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID id(ByteBuffer bytes) {
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
