package org.clew.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// What Spring Security holds of somebody who is signed in. It carries no authorities: what is
/// allowed stands in [Permissions].
public final class SignedInToken extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1;

  private final SignedIn signedIn;

  public SignedInToken(SignedIn signedIn) {
    super(List.of());
    this.signedIn = signedIn;
    setAuthenticated(true);
  }

  @Override
  public SignedIn getPrincipal() {
    return signedIn;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  /// The person's id: names stand in no session table.
  @Override
  public String getName() {
    return signedIn.id().toString();
  }
}
