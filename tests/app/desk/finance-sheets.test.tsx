import { createRemixStub } from "@remix-run/testing";
