package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.clew.platform.access.screen.ConfirmPage;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Proving once more who one is, before something that matters.
@Controller
final class ConfirmPages {

  /// Paths of ours: plain segments, so that nothing leads elsewhere, and what was asked there.
  private static final Pattern PATH =
      Pattern.compile("(/[A-Za-z0-9._~-]+)+([?][A-Za-z0-9._~%&=+-]*)?");

  private static final String OTHERWISE = "/account";
  private static final int LONGEST_PATH = 500;

  private final SignIns signIns;
  private final Sessions sessions;
  private final Passkeys passkeys;
  private final DemoSignIns demo;
  private final Screens screens;

  ConfirmPages(
      SignIns signIns, Sessions sessions, Passkeys passkeys, DemoSignIns demo, Screens screens) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.passkeys = passkeys;
    this.demo = demo;
    this.screens = screens;
  }

  /// The address of the proof that leads back to what was asked for; what was sent from a form
  /// leads to the page of the form, which is the nearest page at its path or above.
  ///
  /// @param isPage whether there is a page at a path
  static String path(HttpServletRequest request, Predicate<String> isPage) {
    return "/account/confirm?to="
        + URLEncoder.encode(ours(back(request, isPage)), StandardCharsets.UTF_8);
  }

  private static String back(HttpServletRequest request, Predicate<String> isPage) {
    String path = request.getRequestURI();
    if (request.getMethod().equals("GET")) {
      String query = request.getQueryString();
      return query == null ? path : path + "?" + query;
    }
    while (!path.isEmpty() && !isPage.test(path)) {
      path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
    return path;
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @GetMapping("/account/confirm")
  ModelAndView show(
      SignedIn me, HttpServletRequest request, @RequestParam(defaultValue = OTHERWISE) String to) {
    return screens.show(
        "access/confirm", new ConfirmPage(ours(to), isDemo(me, request), Mistakes.NONE));
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @PostMapping("/account/confirm/demo")
  ModelAndView demo(
      SignedIn me, HttpServletRequest request, @RequestParam(defaultValue = OTHERWISE) String to) {
    if (!isDemo(me, request)) {
      throw new NotFound();
    }
    sessions.prove(request);
    return screens.goTo(ours(to));
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @PostMapping("/account/confirm")
  ModelAndView prove(
      SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = OTHERWISE) String to,
      @RequestParam(defaultValue = "") String proof) {
    if (!signIns.proves(me, proof)) {
      return wrong(me, request, to, "access.confirm.wrong");
    }
    sessions.prove(request);
    return screens.goTo(ours(to));
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @PostMapping("/account/confirm/passkey/options")
  ResponseEntity<String> passkeyOptions(SignedIn me, HttpServletRequest request) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(passkeys.requestOptions(request, me));
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @PostMapping("/account/confirm/passkey")
  ModelAndView passkey(
      SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = OTHERWISE) String to,
      @RequestParam(defaultValue = "") String credential) {
    Optional<Found> owner = passkeys.owner(request, credential);
    if (owner.filter(found -> found.person().equals(me.id())).isEmpty()) {
      return wrong(me, request, to, "access.passkey.wrong");
    }
    sessions.prove(request);
    return screens.goTo(ours(to));
  }

  private boolean isDemo(SignedIn me, HttpServletRequest request) {
    return demo.find(request, me.id().value()).isPresent();
  }

  private ModelAndView wrong(
      SignedIn me, HttpServletRequest request, String to, String messageKey) {
    return screens.show(
        "access/confirm",
        new ConfirmPage(
            ours(to), isDemo(me, request), Mistakes.of(new Mistake("proof", messageKey))),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static String ours(String path) {
    return path.length() <= LONGEST_PATH && PATH.matcher(path).matches() && !path.contains("..")
        ? path
        : OTHERWISE;
  }
}
