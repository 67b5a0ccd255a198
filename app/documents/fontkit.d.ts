/** fontkit comes without types; pdf-lib only hands the module on to itself. */
declare module "fontkit";
