import { Heart, Share } from "lucide-react";
import { Button } from "#app/ui/button";
import { useToast } from "#app/ui/toast";
import { useVehicleWords } from "./page-words";
import { useSavedVehicles } from "./saved-vehicles";

/** Save on this device, and share by whatever the device shares with. */
export function VehicleActs({ stockNumber, name, url }: { stockNumber: string; name: string; url: string }) {
  const words = useVehicleWords();
  const toast = useToast();
  const { saved, toggle } = useSavedVehicles();
  const isSaved = saved.includes(stockNumber);
  const share = async () => {
    try {
      if (typeof navigator.share === "function") await navigator.share({ title: name, url });
      else {
        await navigator.clipboard.writeText(url);
        toast({ text: words.shared });
      }
    } catch {
      // The person closed the sheet, or the browser keeps the clipboard to itself: nothing was shared, nothing is wrong.
    }
  };
  return (
    <span className="flex items-center">
      <Button
        kind="quiet"
        icon
        aria-pressed={isSaved}
        aria-label={isSaved ? words.saved : words.save}
        onClick={() => toggle(stockNumber)}
      >
        <Heart aria-hidden strokeWidth={1.75} className={isSaved ? "fill-accent-600 text-accent-600" : undefined} />
      </Button>
      <Button kind="quiet" icon aria-label={words.share} onClick={() => void share()}>
        <Share aria-hidden strokeWidth={1.75} />
      </Button>
    </span>
  );
}
