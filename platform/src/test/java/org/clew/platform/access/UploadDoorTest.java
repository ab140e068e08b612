package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.web.Busy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class UploadDoorTest {

  private static final int MEGABYTE = 1024 * 1024;

  private final SignedIn hana = who(Action.IMPORT_RECORDS);
  private final SignedIn ben = who(Action.IMPORT_RECORDS);
  private final Uploads uploads = new Uploads();
  private final AtomicInteger read = new AtomicInteger();

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void readsWhatSomebodySendsWhoMay() throws Exception {
    assertThat(send(hana, "/imports", 10).getStatus()).isEqualTo(200);
    assertThat(read).hasValue(1);
  }

  @Test
  void readsNothingOfWhoMayNotSend() throws Exception {
    assertThat(send(who(Action.READ_CASE), "/imports", 10).getStatus()).isEqualTo(403);
    MockHttpServletResponse stranger = send(null, "/imports", 10);
    assertThat(stranger.getStatus()).isEqualTo(303);
    assertThat(stranger.getHeader("Location")).isEqualTo("/sign-in");
    assertThat(read).hasValue(0);
  }

  @Test
  void readsNothingThatIsTooLargeOrSentElsewhere() throws Exception {
    assertThat(send(hana, "/imports", 2 * MEGABYTE).getStatus()).isEqualTo(413);
    assertThat(send(hana, "/report", 10).getStatus()).isEqualTo(415);
    assertThat(read).hasValue(0);
  }

  @Test
  void asksToComeAgainWhenThereIsNoRoom() throws Exception {
    try (var _ = uploads.hold(hana, 50 * MEGABYTE);
        var _ = uploads.hold(hana, 2 * MEGABYTE)) {
      MockHttpServletResponse busy = send(hana, "/imports", MEGABYTE);
      assertThat(busy.getStatus()).isEqualTo(503);
      assertThat(busy.getHeader("Retry-After")).isEqualTo("30");
      assertThat(read).hasValue(0);
    }
    assertThat(send(hana, "/imports", MEGABYTE).getStatus()).isEqualTo(200);
  }

  @Test
  void leavesRoomToOthersWhenOneSendsWithoutAnEnd() {
    try (var _ = uploads.hold(ben, -1);
        var _ = uploads.hold(hana, 50 * MEGABYTE)) {
      assertThatThrownBy(() -> uploads.hold(ben, 1)).isInstanceOf(Busy.class);
    }
  }

  private MockHttpServletResponse send(@Nullable SignedIn who, String path, int bytes)
      throws Exception {
    if (who == null) {
      SecurityContextHolder.clearContext();
    } else {
      SecurityContextHolder.getContext().setAuthentication(new SignedInToken(who));
    }
    var request = new MockHttpServletRequest("POST", path);
    request.setContentType("multipart/form-data; boundary=b");
    request.setContent(new byte[bytes]);
    var response = new MockHttpServletResponse();
    new UploadDoor(List.of(new Upload("/imports", Action.IMPORT_RECORDS, MEGABYTE)), uploads)
        .doFilter(request, response, (_, _) -> read.incrementAndGet());
    return response;
  }

  private static SignedIn who(Action... actions) {
    return SignedIn.machine(
        new PersonId(UUID.randomUUID()),
        new OrganisationId(UUID.randomUUID()),
        "Hana",
        Set.of(actions));
  }
}
