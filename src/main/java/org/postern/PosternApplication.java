package org.postern;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The root of every page: pages live at {@code /}, static files under {@code /static}. */
@ApplicationPath("/")
public class PosternApplication extends Application {}
