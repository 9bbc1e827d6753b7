import { Portal } from "./portal.jsx";

export default function Page() {
  return <Portal />;
}
