package org.clew.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Styles and scripts by the name of their source; their addresses hold a hash of their content, so
/// a browser may keep them for good.
@Component
final class Assets {

  private static final String MANIFEST = "META-INF/resources/assets/manifest.json";

  private final Map<String, String> addresses;

  Assets(JsonMapper json) {
    addresses = read(json);
  }

  /// The address of `public.css` and its like.
  String address(String name) {
    return addresses.getOrDefault(name, "/assets/" + name);
  }

  private static Map<String, String> read(JsonMapper json) {
    var manifest = new ClassPathResource(MANIFEST);
    var found = new HashMap<String, String>();
    if (manifest.exists()) {
      try (InputStream in = manifest.getInputStream()) {
        for (Map.Entry<String, JsonNode> entry : json.readTree(in).properties()) {
          String source = entry.getKey();
          String name = source.substring(source.lastIndexOf('/') + 1);
          found.put(name, "/assets/" + entry.getValue().path("file").asString());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.copyOf(found);
  }
}
