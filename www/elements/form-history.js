/**
 * Where no draft is kept, the device is somebody else's, too: the browser's own history of forms, which lies in clear
 * in its profile, is asked to keep nothing either.
 * @param {ParentNode} tree the boxes that were drawn
 */
export function keepNothing(tree) {
  for (const box of tree.querySelectorAll("[autocomplete]")) box.setAttribute("autocomplete", "off");
}
