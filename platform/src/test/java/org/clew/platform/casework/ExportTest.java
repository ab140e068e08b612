package org.clew.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.AuditEvent;
import org.clew.platform.audit.AuditFilter;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.web.NotAllowed;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.clew.tables.SheetCells;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ClewTest
class ExportTest {

  private static final String LAW_CENTRE = "Northgate Law Centre";

  @Autowired private As as;
  @Autowired private Desk desk;
  @Autowired private Exports exports;
  @Autowired private ExportFiles files;
  @Autowired private Agreements agreements;
  @Autowired private Audit audit;
  @Autowired private MockMvc mvc;

  private Organisation harbour;
  private SignedIn omar;
  private CaseId id;
  private PartId ana;
  private PartId dario;

  @BeforeEach
  void aCase() {
    harbour = as.organisation();
    omar = as.person(harbour, Role.SUPERVISOR);
    id = desk.open(omar, "Packing house with Ana");
    ana = desk.person(omar, id, "=HYPERLINK(\"Ana\")", ParticipantRole.PERSON_AFFECTED);
    dario = desk.person(omar, id, "Dario", ParticipantRole.RECRUITER);
    desk.phone(omar, id, ana, "+44 7700 900188");
    desk.said(
        omar,
        id,
        "He keeps Ana's passport.",
        Set.of(Fact.WITHHOLDS_DOCUMENTS, Fact.FORCED_LABOUR),
        Set.of(ana, dario));
  }

  @Test
  void withoutAnybodysConsentNothingLeaves() {
    assertThatThrownBy(() -> export(ConsentPurpose.REFERRAL, LAW_CENTRE))
        .isInstanceOf(Refused.class);
  }

  @Test
  void consentForOneRecipientOpensNothingForAnother() {
    agree(ConsentPurpose.REFERRAL, LAW_CENTRE, DataKind.IDENTITY);
    assertThatThrownBy(() -> export(ConsentPurpose.REFERRAL, "Southgate Law Centre"))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> export(ConsentPurpose.LAW_ENFORCEMENT, LAW_CENTRE))
        .isInstanceOf(Refused.class);
    assertThat(export(ConsentPurpose.REFERRAL, "northgate law centre").participants()).hasSize(2);
  }

  @Test
  void onlyTheKindsOfDataAgreedToLeaveAndTheRestIsAccountedFor() {
    agree(ConsentPurpose.REFERRAL, LAW_CENTRE, DataKind.IDENTITY);
    Export made = export(ConsentPurpose.REFERRAL, LAW_CENTRE);
    assertThat(made.identifiers()).isEmpty();
    assertThat(made.statements()).isEmpty();
    assertThat(made.affected().getFirst().facts()).isEmpty();
    assertThat(made.leftOut())
        .contains(
            new LeftOut(LeftOut.What.IDENTIFIER, 1, LeftOut.Why.NO_CONSENT),
            new LeftOut(LeftOut.What.STATEMENT, 1, LeftOut.Why.NO_CONSENT),
            new LeftOut(LeftOut.What.FACTS, 1, LeftOut.Why.NO_CONSENT),
            new LeftOut(LeftOut.What.NOTE, 1, LeftOut.Why.NEVER_LEAVES));
  }

  @Test
  void wordsWaitForEverybodyTheyConcern() {
    agree(ConsentPurpose.REFERRAL, LAW_CENTRE, DataKind.values());
    assertThat(export(ConsentPurpose.REFERRAL, LAW_CENTRE).statements()).hasSize(1);
    desk.person(omar, id, "Her sister", ParticipantRole.PERSON_AFFECTED);
    assertThat(export(ConsentPurpose.REFERRAL, LAW_CENTRE).statements()).isEmpty();
  }

  @Test
  void researchGetsNoNameOfWhoIsSaidToHaveRecruited() {
    agree(ConsentPurpose.RESEARCH, "University", DataKind.values());
    Export made = export(ConsentPurpose.RESEARCH, "University");
    assertThat(made.participants()).extracting(Participant::id).containsExactly(ana);
    assertThat(made.leftOut())
        .contains(new LeftOut(LeftOut.What.PARTICIPANT, 1, LeftOut.Why.NOT_FOR_RESEARCH));
  }

  @Test
  void theTableSpeaksHtcdsAndHoldsNoFormula() throws IOException {
    agree(ConsentPurpose.REFERRAL, LAW_CENTRE, DataKind.values());
    Map<String, String> unpacked = unpack(files.zip(export(ConsentPurpose.REFERRAL, LAW_CENTRE)));
    assertThat(unpacked).containsOnlyKeys("case.json", "htcds-2.0.csv", "manifest.json");
    List<String> lines = unpacked.getOrDefault("htcds-2.0.csv", "").lines().toList();
    assertThat(lines.getFirst()).isEqualTo(String.join(",", HtcdsTable.COLUMNS));
    assertThat(lines.get(1))
        .contains("Active")
        .contains("\"'=HYPERLINK(\"\"Ana\"\")\"")
        .contains("447700900188")
        .contains("WithholdsDocuments")
        .contains("ForcedLabour");
    assertThat(String.join("", unpacked.values())).doesNotContain("Packing house");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1"})
  void noCellBeginsAFormula(String text) {
    assertThat(SheetCells.harmless(text)).startsWith("'");
  }

  @Test
  void thatItWasTakenOutIsWrittenDown() {
    agree(ConsentPurpose.REFERRAL, LAW_CENTRE, DataKind.IDENTITY);
    export(ConsentPurpose.REFERRAL, LAW_CENTRE);
    var subject = new Subject(Subject.Kind.CASE, id.value());
    assertThat(desk.as(omar, () -> audit.find(AuditFilter.about(subject))))
        .extracting(AuditEvent::deed)
        .contains(Deed.EXPORTED);
  }

  @Test
  void asksOnceMoreWhoTheyAreBeforeAnythingLeaves() throws Exception {
    agree(ConsentPurpose.REFERRAL, LAW_CENTRE, DataKind.IDENTITY);
    for (String path : List.of("/export", "/export.zip")) {
      mvc.perform(leave(path).with(as.signedIn(omar)))
          .andExpect(status().isSeeOther())
          .andExpect(header().string("Location", startsWith("/account/confirm")));
    }
    mvc.perform(leave("/export").with(as.proven(omar)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Left out")))
        .andExpect(content().string(not(containsString("0188"))));
    mvc.perform(leave("/export.zip").with(as.proven(omar)))
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/zip"))
        .andExpect(header().string("Cache-Control", "no-store"));
  }

  @Test
  void saysWhyNothingLeaves() throws Exception {
    mvc.perform(leave("/export").with(as.proven(omar)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Nobody in this case has agreed")));
    mvc.perform(leave("/export.zip").with(as.proven(omar)))
        .andExpect(status().isUnprocessableContent());
  }

  private MockHttpServletRequestBuilder leave(String path) {
    return post("/cases/" + id + path)
        .param("purpose", "REFERRAL")
        .param("recipient", LAW_CENTRE)
        .with(csrf());
  }

  @Test
  void whoMayNotExportDoesNot() throws Exception {
    SignedIn amina = as.person(harbour, Role.HELPLINE_WORKER);
    SignedIn stranger = as.person(Role.SUPERVISOR);
    assertThatThrownBy(() -> exportAs(amina)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> exportAs(stranger)).isInstanceOf(NotFound.class);
    int answer =
        mvc.perform(
                post("/cases/" + id + "/export.zip")
                    .param("purpose", "REFERRAL")
                    .param("recipient", LAW_CENTRE)
                    .with(csrf())
                    .with(as.signedIn(amina)))
            .andReturn()
            .getResponse()
            .getStatus();
    assertThat(answer).isEqualTo(403);
  }

  private Export export(ConsentPurpose purpose, String recipient) {
    return desk.as(omar, () -> exports.make(omar, id, purpose, recipient));
  }

  private Export exportAs(SignedIn who) {
    return desk.as(who, () -> exports.make(who, id, ConsentPurpose.REFERRAL, LAW_CENTRE));
  }

  private void agree(ConsentPurpose purpose, String recipient, DataKind... kinds) {
    var given =
        new Consent.Details(
            purpose,
            recipient,
            Set.of(kinds),
            ConsentForm.SIGNED,
            LocalDate.parse("2026-01-01"),
            null);
    desk.as(omar, () -> agreements.consent(omar, id, ana, given));
  }

  private static Map<String, String> unpack(byte[] zip) throws IOException {
    var files = new HashMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
