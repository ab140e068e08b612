package org.clew.platform.casework;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// An export as files: the case as JSON, the persons affected as an HTCDS 2.0 table, and a manifest
/// that accounts for everything left out.
@Component
final class ExportFiles {

  private final JsonMapper json;

  ExportFiles(JsonMapper json) {
    this.json = json;
  }

  /// A ZIP archive of all files.
  byte[] zip(Export export) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      put(zip, "case.json", json(content(export)));
      put(zip, "htcds-2.0.csv", HtcdsTable.of(export));
      put(zip, "manifest.json", json(manifest(export)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private byte[] json(Object content) {
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
  }

  private static Map<String, Object> manifest(Export export) {
    var manifest = new LinkedHashMap<String, Object>();
    manifest.put("case", export.head().reference());
    manifest.put("organisation", export.organisation());
    manifest.put("purpose", export.purpose());
    manifest.put("recipient", export.recipient());
    manifest.put("madeAt", export.madeAt().toString());
    manifest.put("standard", "Human Trafficking Case Data Standard 2.0");
    manifest.put("leftOut", export.leftOut());
    return manifest;
  }

  private static Map<String, Object> content(Export export) {
    var content = new LinkedHashMap<String, Object>();
    content.put("reference", export.head().reference());
    content.put("status", export.head().status().htcds());
    content.put(
        "openedOn", export.head().openedAt().atZone(ZoneOffset.UTC).toLocalDate().toString());
    content.put("participants", export.participants().stream().map(Shown::participant).toList());
    content.put("identifiers", export.identifiers().stream().map(Shown::identifier).toList());
    content.put("safeContactPlans", export.plans().stream().map(ExportFiles::plan).toList());
    content.put("places", export.places().stream().map(Shown::place).toList());
    content.put("statements", export.statements().stream().map(ExportFiles::statement).toList());
    content.put(
        "facts",
        export.affected().stream()
            .map(Export.Affected::facts)
            .flatMap(List::stream)
            .distinct()
            .map(fact -> Map.of("element", fact.element(), "fact", fact.htcds()))
            .toList());
    content.put(
        "determinations", export.determinations().stream().map(Shown::determination).toList());
    return content;
  }

  /// How to reach them; the code word and what to say to others stay with the team.
  private static Map<String, Object> plan(SafeContactPlan plan) {
    return Map.of(
        "participant", plan.participant().value(),
        "way", plan.details().way(),
        "times", plan.details().times(),
        "voicemail", plan.details().voicemail(),
        "sharedDevice", plan.details().sharedDevice());
  }

  private static Map<String, Object> statement(Statement statement) {
    return Map.of(
        "speaker", statement.speaker(),
        "participant", Objects.toString(statement.participant(), ""),
        "words", statement.words(),
        "facts", statement.factsInOrder().stream().map(Fact::htcds).toList(),
        "surety", statement.surety());
  }
}
