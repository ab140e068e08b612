package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What somebody typed that is to come back to them, when they go back to its page, and to nobody
/// else: it is kept in their session, sealed, and stands in no address. The latest few are kept, as
/// long as the session.
@Component
public final class TypedWords {

  private static final int KEPT = 20;
  private static final String WORDS = "access.words";

  private final AccessKey key;

  TypedWords(AccessKey key) {
    this.key = key;
  }

  /// Keeps words; the answer is a number by which only this session finds them, that says nothing.
  public String keep(HttpServletRequest request, String words) {
    String handle = UUID.randomUUID().toString();
    HttpSession session = request.getSession();
    SequencedMap<String, String> kept = kept(session);
    byte[] sealed = key.seal(words.getBytes(StandardCharsets.UTF_8), purpose(handle));
    kept.put(handle, Base64.getEncoder().encodeToString(sealed));
    while (kept.size() > KEPT) {
      kept.pollFirstEntry();
    }
    session.setAttribute(WORDS, new LinkedHashMap<>(kept));
    return handle;
  }

  /// The words that this session kept under that number.
  public Optional<String> find(HttpServletRequest request, String handle) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(kept(session).get(handle))
        .flatMap(hidden -> key.open(Base64.getDecoder().decode(hidden), purpose(handle)))
        .map(words -> new String(words, StandardCharsets.UTF_8));
  }

  private static SequencedMap<String, String> kept(HttpSession session) {
    var kept = new LinkedHashMap<String, String>();
    if (session.getAttribute(WORDS) instanceof Map<?, ?> before) {
      before.forEach((handle, hidden) -> kept.put(handle.toString(), hidden.toString()));
    }
    return kept;
  }

  private static String purpose(String handle) {
    return "typed words " + handle;
  }
}
