package org.clew.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes the `Screen` of one request.
@Component
final class ScreenFactory {

  private final Words words;
  private final Assets assets;
  private final ObjectProvider<Room> rooms;

  ScreenFactory(Words words, Assets assets, ObjectProvider<Room> rooms) {
    this.words = words;
    this.assets = assets;
    this.rooms = rooms;
  }

  Screen screen(HttpServletRequest request) {
    Visitor visitor = visitor(request.getUserPrincipal());
    LanguageChoice choice = LanguageChoice.of(request, visitor);
    String path = path(request);
    return new Screen(
        words,
        assets,
        choice,
        visitor,
        path,
        rooms(visitor, choice, path),
        () -> csrf(request),
        Said.in(request));
  }

  private List<Room.Shown> rooms(Visitor visitor, LanguageChoice choice, String path) {
    return rooms.stream()
        .filter(room -> room.actions().stream().anyMatch(visitor::may))
        .sorted(Comparator.comparingInt(Room::order))
        .map(
            room ->
                new Room.Shown(
                    room.path(),
                    words.say(choice.language(), room.messageKey()),
                    room.group(),
                    path.equals(room.path()) || path.startsWith(room.path() + "/")))
        .toList();
  }

  private static Visitor visitor(@Nullable Principal principal) {
    return principal instanceof Authentication signedIn
            && signedIn.getPrincipal() instanceof Visitor visitor
        ? visitor
        : Visitor.ANYONE;
  }

  private static String path(HttpServletRequest request) {
    return request.getAttribute(Troubles.MARK) == null ? request.getRequestURI() : "/";
  }

  /// Only for somebody who is signed in: the token would open a session for anybody else.
  private static Screen.@Nullable Csrf csrf(HttpServletRequest request) {
    return request.getUserPrincipal() != null
            && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Screen.Csrf(token.getParameterName(), token.getToken())
        : null;
  }
}
