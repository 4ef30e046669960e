import "restify";

// @types/restify is written for version 8 and lacks `first`, which runs before restify parses anything.
declare module "restify" {
  interface Server {
    first(...handlers: ((req: Request, res: Response) => boolean)[]): void;
  }
}
