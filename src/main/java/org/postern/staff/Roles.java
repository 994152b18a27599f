package org.postern.staff;

/** The words of {@link Role} for {@code @RolesAllowed}, which takes constants only. */
public final class Roles {
    public static final String MODERATOR = "moderator";
    public static final String TRANSLATOR = "translator";
    public static final String PRINTER = "printer";
    public static final String ORGANISER = "organiser";
    public static final String ADMIN = "admin";

    /** Any member who is signed in, whatever the roles. */
    public static final String STAFF = "staff";

    private Roles() {}
}
