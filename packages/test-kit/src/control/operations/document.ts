import { readPackageFile } from "../../package-file.ts";
import type { ControlRoute } from "../control-route.ts";

export const documentRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/openapi.yaml",
    answer: () => ({
      status: 200,
      headers: { "content-type": "application/yaml; charset=utf-8" },
      body: readPackageFile("openapi/control.yaml"),
    }),
  },
];
